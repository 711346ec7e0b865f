<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink">
  <NamedLayer>
    <Name>slope</Name>
    <UserStyle>
      <Name>slope</Name>
      <Title>坡度</Title>
      <Abstract>Slope</Abstract>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <Opacity>0.75</Opacity>
            <ColorMap type="intervals">
              <ColorMapEntry color="#FFFFFF" quantity="0" opacity="0"/>
              <ColorMapEntry color="#F7F3E8" quantity="5" opacity="1" label="[0, 5)°"/>
              <ColorMapEntry color="#EBDDB7" quantity="15" opacity="1" label="[5, 15)°"/>
              <ColorMapEntry color="#D9B77B" quantity="25" opacity="1" label="[15, 25)°"/>
              <ColorMapEntry color="#B98446" quantity="35" opacity="1" label="[25, 35)°"/>
              <ColorMapEntry color="#7F4F24" quantity="91" opacity="1" label="[35, 90]°"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
